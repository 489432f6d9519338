using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NUnit.Framework;

namespace Lending.Storage.Tests
{
    [TestFixture]
    public class CsvTests
    {
        private static async Task<List<CsvRecord>> Read(string text)
        {
            List<CsvRecord> records = new List<CsvRecord>();
            await foreach (CsvRecord record in CsvReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), CancellationToken.None))
            {
                records.Add(record);
            }

            return records;
        }

        [TestCase("a,b,c", "a|b|c")]
        [TestCase("a,,c", "a||c")]
        [TestCase("a,b,", "a|b|")]
        [TestCase("\"a,b\",c", "a,b|c")]
        [TestCase("\"a \"\"b\"\"\",c", "a \"b\"|c")]
        [TestCase("\"\",x", "|x")]
        [TestCase(" a , b ", " a | b ")]
        public async Task Splits_fields(string text, string expected)
        {
            Assert.That(string.Join("|", (await Read(text)).Single().Fields), Is.EqualTo(expected));
        }

        [Test]
        public async Task A_field_in_quotes_may_hold_line_ends()
        {
            List<CsvRecord> records = await Read("x\n\"a\nb\nc\",d\ne");
            Assert.That(records.Select(r => r.Line), Is.EqualTo(new[] { 1, 2, 5 }));
            Assert.That(records[1].Fields, Is.EqualTo(new[] { "a\nb\nc", "d" }));
        }

        [Test]
        public async Task Empty_lines_are_left_out_but_counted()
        {
            List<CsvRecord> records = await Read("a\r\n\r\nb\r\n");
            Assert.That(records.Select(r => r.Line + r.Fields[0]), Is.EqualTo(new[] { "1a", "3b" }));
        }

        [TestCase("a\n\"b", 2)]
        [TestCase("a\"b\"", 1)]
        [TestCase("x\ny\n\"a\"b", 3)]
        public void Says_on_which_line_text_is_no_csv(string text, int line)
        {
            CsvFormatException error = Assert.ThrowsAsync<CsvFormatException>(() => Read(text));
            Assert.That(error.Line, Is.EqualTo(line));
            Assert.That(error.Message, Does.StartWith("Line " + line + ": "));
        }

        [Test]
        public void Needs_a_stream()
        {
            Assert.ThrowsAsync<ArgumentNullException>(async () =>
            {
                await foreach (CsvRecord record in CsvReader.ReadAsync(null, CancellationToken.None))
                {
                    Assert.Fail("There is no record.");
                }
            });
        }

        [TestCase("plain", "plain")]
        [TestCase(null, "")]
        [TestCase("a,b", "\"a,b\"")]
        [TestCase("say \"hi\"", "\"say \"\"hi\"\"\"")]
        [TestCase("two\nlines", "\"two\nlines\"")]
        [TestCase("=1+2", "'=1+2")]
        [TestCase("+49", "'+49")]
        [TestCase("-5", "'-5")]
        [TestCase("@x", "'@x")]
        [TestCase("=A1,B1", "\"'=A1,B1\"")]
        [TestCase("a=b", "a=b")]
        public void Writes_fields_that_a_spreadsheet_may_open(string value, string expected)
        {
            Assert.That(CsvText.Field(value), Is.EqualTo(expected));
        }

        [Test]
        public void Joins_fields_to_a_record()
        {
            Assert.That(CsvText.Record(new[] { "a", null, "b,c" }), Is.EqualTo("a,,\"b,c\""));
        }
    }
}
