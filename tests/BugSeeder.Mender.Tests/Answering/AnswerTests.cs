using BugSeeder.Mender.Answering;
using BugSeeder.Model.Trials;

namespace BugSeeder.Mender.Tests.Answering;

public sealed class AnswerTests
{
    [Fact]
    public void An_answer_is_read_back_as_it_was_meant()
    {
        var answer = new Answer(ClaimVerdict.Defect, "It gives 3.") { File = "src/A.cs", Member = "A.B", Clause = "A-1: B must be 4.", Fixed = true, Tests = ["ATests.B_is_four"], TestsRun = true, Confidence = 0.9 };

        var claim = ClaimReader.Read(answer.ToJson()).ShouldNotBeNull();

        claim.Tests.ShouldBe(["ATests.B_is_four"]);
        (claim with { Tests = null }).ShouldBe(new Claim(ClaimVerdict.Defect, "src/A.cs", "A.B", "A-1: B must be 4.", "It gives 3.", true, null, true, null, 0.9));
    }

    [Fact]
    public void What_could_not_be_checked_is_no_verdict() =>
        ClaimReader.Read(Answer.Unusable("it does not build").ToJson()).ShouldNotBeNull().Verdict.ShouldBe(ClaimVerdict.Unsure);
}
