using BugSeeder.Configuration;

namespace BugSeeder.Tests.Configuration;

public class SurveyTests
{
    [Theory]
    [InlineData("src/A/A.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Serilog" /></ItemGroup></Project>""", false)]
    [InlineData("a/A.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="xunit.v3" Version="3.0.0" /></ItemGroup></Project>""", true)]
    [InlineData("a/A.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="nunit" /></ItemGroup></Project>""", true)]
    [InlineData("a/A.csproj", """<Project Sdk="MSTest.Sdk/4.0.0"></Project>""", true)]
    [InlineData("a/A.csproj", """<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003"><ItemGroup><PackageReference Include="MSTest.TestFramework" /></ItemGroup></Project>""", true)]
    [InlineData("Pipeline/Build.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageDownload Include="xunit.runner.console" Version="[2.9.2]" /></ItemGroup></Project>""", false)]
    [InlineData("a/A.csproj", "<Project>", false)]
    public async Task A_project_is_one_of_tests_by_what_it_references(string path, string text, bool isTest)
    {
        using var folder = new TemporaryFolder();
        folder.Write(path, text);
        (await TestsOf(folder)).ShouldBe(isTest ? [path] : []);
    }

    [Fact]
    public async Task What_MSBuild_adds_to_all_projects_of_a_folder_makes_them_tests()
    {
        using var folder = new TemporaryFolder();
        folder.Write("src/A/A.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        folder.Write("tests/Directory.Build.props", """<Project><ItemGroup><PackageReference Include="NUnit" /></ItemGroup></Project>""");
        folder.Write("tests/A.Checks/A.Checks.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        (await TestsOf(folder)).ShouldBe(["tests/A.Checks/A.Checks.csproj"]);
    }

    [Fact]
    public async Task What_it_adds_under_a_condition_belongs_to_those_with_tests_in_their_name()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Directory.Build.props", """<Project><ItemGroup Condition="$(MSBuildProjectName.EndsWith('Tests'))"><PackageReference Include="Microsoft.NET.Test.Sdk" /></ItemGroup></Project>""");
        folder.Write("A/A.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        folder.Write("A.Tests/A.Tests.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        (await TestsOf(folder)).ShouldBe(["A.Tests/A.Tests.csproj"]);
    }

    private static async Task<IReadOnlyList<string>> TestsOf(TemporaryFolder folder) => (await Survey.OfAsync(folder.Path, TestContext.Current.CancellationToken)).TestProjects;
}
