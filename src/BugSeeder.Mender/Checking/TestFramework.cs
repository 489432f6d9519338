using Microsoft.CodeAnalysis.CSharp;

namespace BugSeeder.Mender.Checking;

/// <summary>The framework of a test project: how a test is marked in it, and how it says that two values must be equal.</summary>
/// <param name="TypeAttribute">The attribute of a class with tests; empty where there is none.</param>
/// <param name="MethodAttribute">The attribute of a test.</param>
/// <param name="Namespace">The namespace of its attributes and assertions.</param>
/// <param name="Kind">Which one it is.</param>
internal sealed record TestFramework(TestFrameworkKind Kind, string Namespace, string TypeAttribute, string MethodAttribute)
{
    private static readonly TestFramework[] Known =
    [
        new(TestFrameworkKind.Xunit, "Xunit", "", "Fact"),
        new(TestFrameworkKind.NUnit, "NUnit.Framework", "", "Test"),
        new(TestFrameworkKind.MSTest, "Microsoft.VisualStudio.TestTools.UnitTesting", "TestClass", "TestMethod"),
    ];

    /// <summary>The framework that a project refers to; <see langword="null"/> where it is none that is known.</summary>
    public static TestFramework? Of(CSharpCompilation project) => Known.FirstOrDefault(known => project.GetTypeByMetadataName($"{known.Namespace}.{known.MethodAttribute}Attribute") is not null);

    /// <summary>The attributes with their full names, for code that stands anywhere.</summary>
    public (string Type, string Method) Full => (TypeAttribute.Length == 0 ? "" : $"[global::{Namespace}.{TypeAttribute}]", $"[global::{Namespace}.{MethodAttribute}]");
}

/// <summary>The frameworks that a check or a regression test can be written for.</summary>
internal enum TestFrameworkKind
{
    /// <summary>xunit 2 and xunit.v3.</summary>
    Xunit,

    /// <summary>NUnit.</summary>
    NUnit,

    /// <summary>MSTest.</summary>
    MSTest,
}
