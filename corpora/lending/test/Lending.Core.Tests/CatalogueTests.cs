using System;
using System.Linq;
using Lending.Catalogue;
using NUnit.Framework;

namespace Lending.Core.Tests
{
    [TestFixture]
    public class CatalogueTests
    {
        [TestCase("978-0-306-40615-7", "9780306406157")]
        [TestCase("9780306406157", "9780306406157")]
        [TestCase("0-306-40615-2", "9780306406157")]
        [TestCase("0 8044 2957 X", "9780804429573")]
        [TestCase("080442957x", "9780804429573")]
        [TestCase("979-10-90636-07-1", "9791090636071")]
        public void Reads_an_isbn(string text, string expected)
        {
            Assert.That(Isbn.Parse(text).ToString(), Is.EqualTo(expected));
        }

        [TestCase(null)]
        [TestCase("")]
        [TestCase("9780306406158")]
        [TestCase("0306406153")]
        [TestCase("977030640615")]
        [TestCase("9770306406158")]
        [TestCase("03064X6152")]
        [TestCase("97803064061570")]
        [TestCase("978030640615X")]
        [TestCase("978.0306406157")]
        public void Refuses_what_is_no_isbn(string text)
        {
            Isbn isbn;
            Assert.That(Isbn.TryParse(text, out isbn), Is.False);
            Assert.That(isbn, Is.Null);
        }

        [Test]
        public void Parse_throws_for_what_is_no_isbn()
        {
            Assert.Throws<FormatException>(() => Isbn.Parse("12"));
        }

        [TestCase("9780306406157", "0306406152")]
        [TestCase("9780804429573", "080442957X")]
        [TestCase("9780000000002", "0000000000")]
        public void Has_a_form_with_ten_digits(string thirteen, string ten)
        {
            Assert.That(Isbn.Parse(thirteen).ToTen(), Is.EqualTo(ten));
        }

        [Test]
        public void Has_no_form_with_ten_digits_under_979()
        {
            Assert.That(Isbn.Parse("9791090636071").ToTen(), Is.Null);
        }

        [Test]
        public void Isbns_are_equal_by_their_digits()
        {
            Assert.That(Isbn.Parse("0-306-40615-2"), Is.EqualTo(Isbn.Parse("9780306406157")));
            Assert.That(Isbn.Parse("0-306-40615-2").GetHashCode(), Is.EqualTo(Isbn.Parse("9780306406157").GetHashCode()));
            Assert.That(Isbn.Parse("9780804429573"), Is.Not.EqualTo(Isbn.Parse("9780306406157")));
        }

        [TestCase("2000000000001", "20000000000014")]
        [TestCase("3000000000001", "30000000000012")]
        [TestCase("3123456789012", "31234567890122")]
        [TestCase("3000000000018", "30000000000186")]
        public void Completes_a_barcode(string body, string expected)
        {
            Assert.That(Barcode.Complete(body), Is.EqualTo(expected));
        }

        [TestCase(null)]
        [TestCase("300000000000")]
        [TestCase("30000000000012")]
        [TestCase("300000000000A")]
        public void Completes_thirteen_digits_only(string body)
        {
            Assert.Throws<ArgumentException>(() => Barcode.Complete(body));
        }

        [Test]
        public void Cards_and_copies_differ_by_their_first_digit()
        {
            Assert.That(Barcode.IsCard(Samples.CardNumber(7)), Is.True);
            Assert.That(Barcode.IsCopy(Samples.CardNumber(7)), Is.False);
            Assert.That(Barcode.IsCopy(Samples.CopyNumber(7)), Is.True);
            Assert.That(Barcode.IsCard(Samples.CopyNumber(7)), Is.False);
        }

        [TestCase(null)]
        [TestCase("30000000000013")]
        [TestCase("3000000000001")]
        [TestCase("300000000000120")]
        [TestCase("3000000000001x")]
        public void Wrong_barcodes_are_no_copies(string text)
        {
            Assert.That(Barcode.IsCopy(text), Is.False);
        }

        [TestCase("20000000000014", "**********0014")]
        [TestCase("12345", "*2345")]
        [TestCase("1234", "****")]
        [TestCase("", "")]
        [TestCase(null, "")]
        public void Masks_all_but_four_digits(string text, string expected)
        {
            Assert.That(Barcode.Mask(text), Is.EqualTo(expected));
        }

        [TestCase("The Trial", "Trial, The")]
        [TestCase("A Room", "Room, A")]
        [TestCase("an Island", "Island, an")]
        [TestCase("Theory", "Theory")]
        [TestCase("Another", "Another")]
        [TestCase("The", "The")]
        public void Files_names_without_their_article(string name, string filed)
        {
            Assert.That(Samples.Title(name).FiledName, Is.EqualTo(filed));
        }

        [Test]
        public void A_title_needs_a_name_and_a_cost_of_nothing_or_more()
        {
            Assert.Throws<ArgumentException>(() => new Title(" ", "x", MediaKind.Book, 1m, null));
            Assert.Throws<ArgumentOutOfRangeException>(() => new Title("x", "x", MediaKind.Book, -0.01m, null));
            Assert.That(new Title(" x ", null, MediaKind.Book, 0m, null).Name, Is.EqualTo("x"));
            Assert.That(new Title("x", null, MediaKind.Book, 0m, null).Author, Is.Empty);
        }

        [Test]
        public void A_copy_needs_the_barcode_of_a_copy()
        {
            Assert.Throws<ArgumentException>(() => new Copy(Samples.CardNumber(1), Samples.Title("x")));
            Assert.Throws<ArgumentNullException>(() => new Copy(Samples.CopyNumber(1), null));
        }

        [Test]
        public void A_barcode_is_on_the_shelf_once()
        {
            Shelf shelf = new Shelf();
            shelf.Add(Samples.Copy(1));
            Assert.Throws<LendingException>(() => shelf.Add(Samples.Copy(1)));
            Assert.That(shelf.Count, Is.EqualTo(1));
        }

        [Test]
        public void Finds_by_barcode()
        {
            Shelf shelf = new Shelf();
            Copy copy = Samples.Copy(1);
            shelf.Add(copy);
            Assert.That(shelf.Find(copy.Barcode), Is.SameAs(copy));
            Assert.That(shelf.Find(Samples.CopyNumber(2)), Is.Null);
            Assert.That(shelf.Find(null), Is.Null);
        }

        [Test]
        public void Finds_copies_by_isbn_in_the_order_of_barcodes()
        {
            Shelf shelf = new Shelf();
            Title work = new Title("x", "y", MediaKind.Book, 1m, Isbn.Parse("9780306406157"));
            shelf.Add(new Copy(Samples.CopyNumber(2), work));
            shelf.Add(new Copy(Samples.CopyNumber(1), work));
            shelf.Add(Samples.Copy(3));
            Assert.That(
                shelf.CopiesOf(Isbn.Parse("0306406152")).Select(c => c.Barcode),
                Is.EqualTo(new[] { Samples.CopyNumber(1), Samples.CopyNumber(2) }));
            Assert.That(shelf.CopiesOf(null), Is.Empty);
        }

        private static Shelf Filled()
        {
            Shelf shelf = new Shelf();
            string[] names = { "The Sea Wall", "Seasons", "A Red Sea", "Walls of Sand", "Sea Birds" };
            for (int i = 0; i < names.Length; i++)
            {
                shelf.Add(new Copy(Samples.CopyNumber(i + 1), Samples.Title(names[i], MediaKind.Book, 10m, i == 3 ? "Sea, Anna" : "Brown")));
            }

            return shelf;
        }

        [Test]
        public void Search_puts_names_that_start_with_the_query_first()
        {
            Assert.That(
                Filled().Search("sea", 1, 10).Select(t => t.Name),
                Is.EqualTo(new[] { "Sea Birds", "Seasons", "A Red Sea", "The Sea Wall", "Walls of Sand" }));
        }

        [Test]
        public void Search_wants_every_word_in_name_or_author()
        {
            Assert.That(Filled().Search("wall sea", 1, 10).Select(t => t.Name), Is.EqualTo(new[] { "The Sea Wall", "Walls of Sand" }));
            Assert.That(Filled().Search("  brown  red ", 1, 10).Select(t => t.Name), Is.EqualTo(new[] { "A Red Sea" }));
            Assert.That(Filled().Search("  ", 1, 10), Is.Empty);
            Assert.That(Filled().Search(null, 1, 10), Is.Empty);
        }

        [Test]
        public void Search_gives_pages()
        {
            Assert.That(Filled().Search("sea", 2, 2).Select(t => t.Name), Is.EqualTo(new[] { "A Red Sea", "The Sea Wall" }));
            Assert.That(Filled().Search("sea", 3, 2).Select(t => t.Name), Is.EqualTo(new[] { "Walls of Sand" }));
            Assert.That(Filled().Search("sea", 4, 2), Is.Empty);
        }

        [Test]
        public void Search_lists_a_title_with_two_copies_once()
        {
            Shelf shelf = new Shelf();
            Title work = Samples.Title("Sea");
            shelf.Add(new Copy(Samples.CopyNumber(1), work));
            shelf.Add(new Copy(Samples.CopyNumber(2), work));
            Assert.That(shelf.Search("sea", 1, 10), Has.Count.EqualTo(1));
        }

        [TestCase(0, 10)]
        [TestCase(1, 0)]
        [TestCase(1, 51)]
        public void Search_refuses_pages_that_do_not_exist(int page, int size)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Filled().Search("sea", page, size));
        }

        [Test]
        public void Search_allows_the_largest_page()
        {
            Assert.That(Filled().Search("sea", 1, 50), Has.Count.EqualTo(5));
        }
    }
}
