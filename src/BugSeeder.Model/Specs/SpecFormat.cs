namespace BugSeeder.Model.Specs;

/// <summary>How a spec file is laid out.</summary>
public enum SpecFormat
{
    /// <summary>Headings, paragraphs and lists; a clause is what has an identifier, or a sentence that binds.</summary>
    Headings,

    /// <summary>A feature specification of GitHub's spec-kit.</summary>
    SpecKit,

    /// <summary>A specification or a change of OpenSpec: requirements and scenarios are headings.</summary>
    OpenSpec,

    /// <summary>Instructions for assistants: AGENTS.md, CLAUDE.md, a skill. They stay at their own paths.</summary>
    Instructions,
}

/// <summary>What a section is for.</summary>
public enum SectionRole
{
    /// <summary>It says how the product behaves.</summary>
    Behaviour,

    /// <summary>It introduces: purpose, scope, background, terms.</summary>
    Background,

    /// <summary>It says what is left out on purpose.</summary>
    NonGoals,

    /// <summary>It says how to tell that the work is done.</summary>
    Acceptance,

    /// <summary>It says what may and may not be changed.</summary>
    Boundaries,
}

/// <summary>What kind of statement a clause is.</summary>
public enum ClauseKind
{
    /// <summary>A requirement: it has an identifier, or it is a sentence that binds.</summary>
    Requirement,

    /// <summary>A story of one case: given, when, then.</summary>
    Scenario,

    /// <summary>An expression and what it gives or throws.</summary>
    Example,
}
