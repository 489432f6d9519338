using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace BugSeeder.Reports.Html;

/// <summary>The page's own style and script, written into it.</summary>
internal static class PageAssets
{
    private static readonly string ScriptText = EmbeddedText.Of("page.js");
    private static readonly string ScriptHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(ScriptText)));

    /// <summary>The style, as an element.</summary>
    public static MarkupString Style { get; } = new($"<style>\n{EmbeddedText.Of("page.css")}</style>");

    /// <summary>The script, as an element.</summary>
    public static MarkupString Script { get; } = new($"<script>{ScriptText}</script>");

    /// <summary>
    /// Forbids every load, and every script but the page's own by its hash: should hostile text ever get through as markup,
    /// a browser still does nothing with it.
    /// </summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{ScriptHash}'; base-uri 'none'; form-action 'none'";
}
