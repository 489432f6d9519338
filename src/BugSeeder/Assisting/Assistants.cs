using BugSeeder.Assisting.References;
using BugSeeder.Configuration;
using BugSeeder.Execution.Assistants;
using BugSeeder.Model;
using BugSeeder.Model.Prices;
using BugSeeder.Storage;

namespace BugSeeder.Assisting;

/// <summary>Finds assistants by the names that users give them.</summary>
public static class Assistants
{
    /// <summary>Every kind that can be named, the reference assistants last.</summary>
    public static AssistantCatalogue Catalogue { get; } = new(ReferenceAssistants.All().Select(reference => new AssistantKind(
        reference.Name,
        $"Reference assistant: {reference.Behaviour}. It knows the answer, so it proves the instrument and says nothing about a spec.",
        settings => ReferenceAssistants.All().First(assistant => assistant.Name == settings.Kind))));

    /// <summary>The assistants that know the answers.</summary>
    public static IReadOnlySet<string> References => ReferenceAssistants.Names;

    /// <summary>Whether the assistant of this name is known to be BugSeeder's own, so that it may run where there is no sandbox.</summary>
    public static bool IsOurs(string name, ConfigurationFile configuration)
    {
        try
        {
            return Create(name, configuration).IsOurs;
        }
        catch (UserError)
        {
            return false;
        }
    }

    /// <summary>Makes the assistant of this name: one of the configuration's, or a kind that needs no configuration.</summary>
    /// <exception cref="UserError">There is none of this name, or its configuration does not suffice.</exception>
    public static IAssistant Create(string name, ConfigurationFile configuration)
    {
        var prices = PriceTable.Default.With(configuration.Prices.ToDictionary(entry => entry.Key, entry => entry.Value.Price(entry.Key), StringComparer.Ordinal));
        if (configuration.Assistants.TryGetValue(name, out var section))
        {
            // Trials are stored under it.
            _ = StoredName.Checked("assistant", name);
            if (References.Contains(name))
                throw new UserError($"The assistant '{name}' of bugseeder.yml has the name of a reference assistant.", "Give it another name.");
            return Catalogue.Create(new AssistantSettings(name, section.Kind ?? (section.Command is null ? name : "command"))
            {
                Command = section.Command is null ? null : CommandWords.Split(section.Command),
                Model = section.Model,
                Environment = section.Environment,
                StandardInput = section.Stdin,
                ReadProjectInstructions = section.ReadProjectInstructions,
                BaseUrl = section.BaseUrl,
                KeyFile = section.KeyFile,
                Hosts = section.Hosts,
                ReadAs = section.ReadAs,
                RequestRetries = section.RequestRetries ?? 3,
                FullPermissions = section.Permissions switch
                {
                    null or "full" => true,
                    "own" => false,
                    var other => throw new UserError($"The permissions of assistant '{name}' are '{other}'.", "Choose full, or own for what the assistant itself grants where nobody can be asked."),
                },
                Prices = prices,
            });
        }

        if (name != "command" && Catalogue.Kinds.Any(kind => kind.Name == name))
            return Catalogue.Create(new AssistantSettings(name, name) { Prices = prices });
        var known = configuration.Assistants.Keys.Concat(Catalogue.Kinds.Select(kind => kind.Name).Where(kind => kind != "command"));
        throw new UserError($"There is no assistant '{name}'.", $"Use one of {string.Join(", ", known)}, or describe it under `assistants` in bugseeder.yml with a `command`.");
    }
}
