using BugSeeder.Model;
using BugSeeder.Model.Specs;
using BugSeeder.Specs.Reading;
using BugSeeder.Tests.Architecture;

namespace BugSeeder.Tests.Specs;

public sealed class SpecReaderTests
{
    [Fact]
    public void Headings_make_a_tree_and_every_clause_stands_in_its_section()
    {
        var spec = Read("# Shop\n\n## 1. Prices\n\n- **SHP-01** A price must be positive.\n\n### 1.1 Rounding\n\nA price must be rounded. It is nice.\n\n## 2. Orders\n\nAn order is a list.\n");

        spec.AllSections.Select(section => (section.Id, section.Title, section.Level)).ShouldBe([("shop", "Shop", 1), ("prices", "Prices", 2), ("rounding", "Rounding", 3), ("orders", "Orders", 2)]);
        spec.AllClauses.Select(clause => clause.Text).ShouldBe(["A price must be positive.", "A price must be rounded."]);
        spec.SectionOf("SHP-01").Id.ShouldBe("prices");
        var place = spec.AllClauses.ElementAt(1).Place;
        (place.Line, place.Column).ShouldBe((9, 1));
    }

    [Theory]
    [InlineData("- **TRF-GEN-01** Amounts must be exact.", "TRF-GEN-01")]
    [InlineData("- **FR-001**: System MUST log in.", "FR-001")]
    [InlineData("- [ ] **REQ-7** Names are kept.", "REQ-7")]
    [InlineData("**[SEC.12]** Tokens must expire.", "SEC.12")]
    [InlineData("REQ_3: Tokens must expire.", "REQ_3")]
    [InlineData("| id | what |\n|---|---|\n| R-1 | Tokens must expire. |", "R-1")]
    public void A_given_identifier_is_the_clauses_own(string text, string id) =>
        Read("# A\n\n" + text + "\n").AllClauses.Where(clause => clause.IsGiven).Select(clause => clause.Id).ShouldBe([id]);

    [Fact]
    public void A_call_with_an_arrow_to_its_value_is_an_example_though_it_is_no_csharp()
    {
        var spec = Read("# Texts\n\n```C#\n// short ones too\n\"AbC\".Spaced() => \"Ab c\"\nPrice.Of(3).In(Unit.Cent) => 300 // always whole\n```\n");

        spec.AllClauses.Select(clause => (clause.Example!.Expression, clause.Example.Outcome)).ShouldBe([("\"AbC\".Spaced()", "\"Ab c\""), ("Price.Of(3).In(Unit.Cent)", "300")]);
    }

    [Theory]
    [InlineData("items.Where(item => item.Size > 3);")]
    [InlineData("public int Size() => 3;")]
    [InlineData("Func<int> made = () => Price.Of(3);")]
    [InlineData("Run(each => each.Of(3) => 4)")]
    [InlineData("    Price.Of(3) => 4,")]
    public void An_arrow_of_the_language_itself_is_no_example(string line) => Read($"# Texts\n\n```csharp\n{line}\n```\n").AllClauses.ShouldBeEmpty();

    [Theory]
    [InlineData("**UTF-8** must be used.")]
    [InlineData("SHA-256: must be used.")]
    [InlineData("**Note** 12 must be used.")]
    public void The_name_of_a_standard_is_no_identifier(string text) => Read("# A\n\n" + text + "\n").AllClauses.ShouldNotContain(clause => clause.IsGiven);

    [Fact]
    public void A_sentence_keeps_its_id_wherever_it_moves_and_however_it_is_marked()
    {
        var here = Read("# A\n\nA price **must** be rounded.\n").AllClauses.Single().Id;
        var there = Read("# B\n\nFoo.\n\n## C\n\n- A price must\n  be rounded!\n").AllClauses.Single().Id;

        here.ShouldBe(there);
        here.ShouldStartWith("c-");
    }

    [Fact]
    public void An_identifier_that_is_given_twice_is_told_apart()
    {
        Read("# A\n\n- **R-1** One must be.\n- **R-1** Two must be.\n").AllClauses.Select(clause => clause.Id).ShouldBe(["R-1", "R-1#2"]);
    }

    [Fact]
    public void Requirements_and_scenarios_of_OpenSpec_are_clauses_and_near_misses_are_kept_and_named()
    {
        var spec = Read("""
            # Login Specification

            ## Requirement

            ### Requirement: Lock out
            The system SHALL lock an account after 3 failures.

            #### Scenario: Third failure
            - **WHEN** a third password is wrong
            - **THEN** the account is locked

            ### Requirment - Unlock
            The system SHALL unlock it.

            ##### Scenario: Later
            - **WHEN** an hour passes
            - **THEN** it is open
            """);

        spec.Files[0].Format.ShouldBe(SpecFormat.OpenSpec);
        spec.AllClauses.Select(clause => (clause.Kind, clause.Title)).ShouldBe([(ClauseKind.Requirement, "Lock out"), (ClauseKind.Scenario, "Third failure"), (ClauseKind.Requirement, "Unlock"), (ClauseKind.Scenario, "Later")]);
        spec.AllClauses.First().Text.ShouldBe("The system SHALL lock an account after 3 failures.");
        spec.SectionOf(spec.AllClauses.First().Id).Title.ShouldBe("Lock out");
        spec.Doubts.Select(doubt => doubt.Place.Line).ShouldBe([12, 15]);
    }

    [Fact]
    public void A_feature_of_speckit_gives_its_requirements_stories_and_criteria()
    {
        var spec = Read("""
            # Feature Specification: Login

            ## User Scenarios & Testing *(mandatory)*

            ### User Story 1 - Sign in (Priority: P1)

            **Acceptance Scenarios**:

            1. **Given** a user, **When** they sign in, **Then** they see their page

            ## Requirments *(mandatory)*

            ### Functional Requirements

            - **FR-001**: System MUST lock an account.

            ## Success Criteria *(mandatory)*

            - **SC-001**: Sign-in takes under a second.
            """);

        spec.Files[0].Format.ShouldBe(SpecFormat.SpecKit);
        spec.AllClauses.Select(clause => (clause.Kind, clause.IsGiven ? clause.Id : "")).ShouldBe([(ClauseKind.Scenario, ""), (ClauseKind.Requirement, "FR-001"), (ClauseKind.Requirement, "SC-001")]);
        spec.SectionOf("SC-001").Role.ShouldBe(SectionRole.Acceptance);
        spec.Doubts.Single().Meant.ShouldBe("requirements");
    }

    [Fact]
    public void Front_matter_says_what_an_unusual_heading_is_for()
    {
        const string text = "---\ntitle: x\nbugseeder:\n  sections:\n    Not our cup of tea: non-goals\n---\n# A\n\n## 3. Not our cup of tea\n\n- We do not convert currencies.\n";

        Read(text).AllSections.Last().Role.ShouldBe(SectionRole.NonGoals);
        Should.Throw<UserError>(() => Read(text.Replace("non-goals", "nothing", StringComparison.Ordinal))).Message.ShouldContain("Not our cup of tea");
    }

    [Fact]
    public void Lines_and_rows_that_show_a_result_are_examples_with_the_directives_that_hold()
    {
        var spec = Read("""
            # A

            ```csharp
            using Shop;
            ```

            #### `Money.Round(amount, out _)`

            | amount | result |
            |--------|--------|
            | `2.5m` | `3m`   |
            | `1 | 2` | `3m`  |

            ```csharp
            var total = Money.Round(1m);
            total + 1 // => 2m
            new Money(
                -1) // throws ArgumentException
            ```
            """);

        var examples = spec.AllClauses.Select(clause => clause.Example!).ToList();
        examples.Select(example => (example.Expression, example.Outcome, example.Throws)).ShouldBe(
            [("Money.Round(2.5m, out _)", "3m", false), ("Money.Round(1 | 2, out _)", "3m", false), ("total + 1", "2m", false), ("new Money(\n    -1)", "ArgumentException", true)]);
        examples[2].Setup.ShouldBe("var total = Money.Round(1m);");
        examples[0].Usings.ShouldBe(["using Shop;"]);
        spec.AllClauses.First().Place.Line.ShouldBe(11);
    }

    [Fact]
    public void A_table_gives_its_values_also_to_calls_within_its_heading_and_to_nothing_else_of_their_name()
    {
        var spec = Read("""
            # A

            #### `Due.For(new Terms(days, 0), lent, Due.days).Date`

            | days | lent     | result |
            |------|----------|--------|
            | `14` | `At(1)`  | `3`    |
            """);

        spec.AllClauses.ShouldHaveSingleItem().Example!.Expression.ShouldBe("Due.For(new Terms(14, 0), At(1), Due.days).Date");
    }

    [Fact]
    public void Leaving_out_a_section_takes_its_text_and_nothing_else()
    {
        const string text = "# A\n\n## B\n\nIt must be.\n\n### C\n\nIt must go.\n\n## D\n\n- One must stay.\n- Two must go.\n";
        var spec = Read(text);

        spec.TextsWithout(new HashSet<string> { "b" })["SPEC.md"].ShouldBe("# A\n\n## D\n\n- One must stay.\n- Two must go.\n");
        var two = spec.AllClauses.Last();
        spec.TextsWithoutClauses(new HashSet<string> { two.Id })["SPEC.md"].ShouldNotContain("Two must go");
        spec.TextsWithout(new HashSet<string>())["SPEC.md"].ShouldBe(text);
    }

    [Fact]
    public void Every_requirement_scenario_and_example_of_the_samples_strong_spec_is_a_clause()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "corpora/tariff/specs/strong.md"));
        var spec = Read(text);

        spec.AllClauses.Count(clause => clause.IsGiven).ShouldBe(text.Split("\n- **TRF-").Length - 1);
        spec.AllClauses.Count(clause => clause.Kind == ClauseKind.Scenario).ShouldBe(text.Split("**Scenario: ").Length - 1);
        spec.AllClauses.Count(clause => clause.Kind == ClauseKind.Example).ShouldBe(text.Split('\n').Count(line => line.Contains("// =>", StringComparison.Ordinal) || line.Contains("// throws", StringComparison.Ordinal)) - 2 + Rows(text));
        spec.AllSections.Select(section => section.Id).ShouldBeUnique();
        spec.Doubts.ShouldBeEmpty();
        spec.AllSections.Single(section => section.Title == "Non-goals").Role.ShouldBe(SectionRole.NonGoals);
    }

    /// <summary>Rows of the tables whose last column is a result.</summary>
    private static int Rows(string text) => text.Split("\n\n").Where(part => part.TrimStart().StartsWith('|') && part.Split('\n')[0].TrimEnd().EndsWith("result |", StringComparison.Ordinal) || part.Contains(" result ", StringComparison.Ordinal) && part.StartsWith('|')).Sum(part => part.Trim().Split('\n').Length - 2);

    private static Spec Read(string text) => SpecReader.Read("spec", [KeyValuePair.Create("SPEC.md", text)]);
}
