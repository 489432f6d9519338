using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Lending.Catalogue;
using NUnit.Framework;

namespace Lending.Storage.Tests
{
    [TestFixture]
    public class CatalogueFileTests
    {
        private MemoryStore store;
        private Shelf shelf;
        private CatalogueFile file;

        [SetUp]
        public void Start_empty()
        {
            store = new MemoryStore();
            shelf = new Shelf();
            file = new CatalogueFile(store);
        }

        private static string Code(int number)
        {
            return Barcode.Complete("3" + number.ToString("D12"));
        }

        private static string Row(int number, string rest = "Book,Work,Writer,12.50,")
        {
            return Code(number) + "," + rest + "\n";
        }

        private static string Rows(int good, params string[] bad)
        {
            StringBuilder text = new StringBuilder(CatalogueFile.Headings + "\n");
            for (int i = 1; i <= good; i++)
            {
                text.Append(Row(i));
            }

            foreach (string row in bad)
            {
                text.Append(row);
            }

            return text.ToString();
        }

        private Task<ImportResult> Import()
        {
            return file.ImportAsync("books.csv", shelf, CancellationToken.None);
        }

        [Test]
        public async Task Imports_copies()
        {
            store["books.csv"] = CatalogueFile.Headings + "\n" + Row(1, "film, The Sea ,Brown,1234.5,") + Row(2, "Book,Walls,,9,0-306-40615-2");
            ImportResult result = await Import();
            Assert.That(result.Added, Is.EqualTo(2));
            Assert.That(result.BadRows, Is.Empty);
            Title film = shelf.Find(Code(1)).Title;
            Assert.That(film.Kind, Is.EqualTo(MediaKind.Film));
            Assert.That(film.Name, Is.EqualTo("The Sea"));
            Assert.That(film.Author, Is.EqualTo("Brown"));
            Assert.That(film.ReplacementCost, Is.EqualTo(1234.5m));
            Assert.That(film.Isbn, Is.Null);
            Assert.That(shelf.Find(Code(2)).Title.Isbn.ToString(), Is.EqualTo("9780306406157"));
            Assert.That(store.OpenStreams, Is.EqualTo(0));
        }

        [Test]
        public void A_file_that_is_not_there_is_an_error()
        {
            Assert.ThrowsAsync<LendingException>(Import);
        }

        [TestCase("barcode,kind,name\n")]
        [TestCase("kind,barcode,name,author,cost,isbn\n")]
        public void Wants_its_headings(string text)
        {
            store["books.csv"] = text;
            Assert.ThrowsAsync<LendingException>(Import);
        }

        [Test]
        public async Task Headings_may_be_in_capitals()
        {
            store["books.csv"] = CatalogueFile.Headings.ToUpperInvariant() + "\n" + Row(1);
            Assert.That((await Import()).Added, Is.EqualTo(1));
        }

        [TestCase("Book,Work,Writer,12.50", "5 fields")]
        [TestCase("Scroll,Work,Writer,12.50,", "kind")]
        [TestCase("77,Work,Writer,12.50,", "kind")]
        [TestCase("Book, ,Writer,12.50,", "name")]
        [TestCase("Book,Work,Writer,-1,", "cost")]
        [TestCase("Book,Work,Writer,\"1,5\",", "cost")]
        [TestCase("Book,Work,Writer,12.50,123", "ISBN")]
        public async Task Leaves_a_bad_row_out_and_says_why(string rest, string problem)
        {
            store["books.csv"] = Rows(9, Row(50, rest));
            ImportResult result = await Import();
            Assert.That(result.Added, Is.EqualTo(9));
            Assert.That(result.BadRows.Single().Line, Is.EqualTo(11));
            Assert.That(result.BadRows.Single().Problem, Does.Contain(problem));
        }

        [Test]
        public async Task A_wrong_barcode_is_a_bad_row()
        {
            store["books.csv"] = Rows(9, "30000000000013,Book,Work,Writer,1,\n");
            Assert.That((await Import()).BadRows.Single().Problem, Does.Contain("barcode"));
        }

        [Test]
        public async Task The_second_row_of_a_barcode_is_bad()
        {
            store["books.csv"] = Rows(9, Row(3, "Book,Another,Writer,1,"));
            ImportResult result = await Import();
            Assert.That(result.BadRows.Single().Problem, Does.Contain("twice"));
            Assert.That(shelf.Find(Code(3)).Title.Name, Is.EqualTo("Work"));
        }

        [Test]
        public void More_than_a_tenth_of_bad_rows_imports_nothing()
        {
            store["books.csv"] = Rows(17, Row(50, "x"), Row(51, "x"));
            LendingException error = Assert.ThrowsAsync<LendingException>(Import);
            Assert.That(error.Message, Is.EqualTo("2 of 19 rows are bad, the first on line 19."));
            Assert.That(shelf.Count, Is.EqualTo(0));
        }

        [Test]
        public async Task A_tenth_of_bad_rows_is_allowed()
        {
            store["books.csv"] = Rows(18, Row(50, "x"), Row(51, "x"));
            Assert.That((await Import()).Added, Is.EqualTo(18));
        }

        [Test]
        public async Task What_is_on_the_shelf_stays_as_it_is()
        {
            Copy before = new Copy(Code(1), new Title("Before", "x", MediaKind.Book, 1m, null));
            shelf.Add(before);
            store["books.csv"] = Rows(2);
            ImportResult result = await Import();
            Assert.That(result.Added, Is.EqualTo(1));
            Assert.That(result.Known, Is.EqualTo(1));
            Assert.That(shelf.Find(Code(1)), Is.SameAs(before));
        }

        [Test]
        public void Can_be_cancelled()
        {
            store["books.csv"] = Rows(2);
            using (CancellationTokenSource source = new CancellationTokenSource())
            {
                source.Cancel();
                Assert.CatchAsync<OperationCanceledException>(() => file.ImportAsync("books.csv", shelf, source.Token));
            }

            Assert.That(shelf.Count, Is.EqualTo(0));
        }

        [Test]
        public async Task Exports_in_the_order_of_barcodes()
        {
            Copy second = new Copy(Code(2), new Title("B, \"big\"", "=Evil", MediaKind.Book, 1234.5m, Isbn.Parse("0306406152")));
            Copy first = new Copy(Code(1), new Title("A", null, MediaKind.AudioDisc, 0m, null));
            await file.ExportAsync("out.csv", new[] { second, first }, CancellationToken.None);
            Assert.That(store["out.csv"], Is.EqualTo(
                CatalogueFile.Headings + "\n" + Code(1) + ",AudioDisc,A,,0.00,\n" + Code(2) + ",Book,\"B, \"\"big\"\"\",'=Evil,1234.50,9780306406157\n"));
        }

        [Test]
        [SetCulture("de-DE")]
        public async Task Amounts_are_the_same_under_every_culture()
        {
            store["books.csv"] = CatalogueFile.Headings + "\n" + Row(1);
            await Import();
            Assert.That(shelf.Find(Code(1)).Title.ReplacementCost, Is.EqualTo(12.5m));
            await file.ExportAsync("out.csv", new[] { shelf.Find(Code(1)) }, CancellationToken.None);
            Assert.That(store["out.csv"], Does.Contain(",12.50,"));
        }
    }
}
