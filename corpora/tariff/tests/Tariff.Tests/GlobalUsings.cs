global using System.Globalization;
global using Xunit;
global using Tariff.Tests.Support;
global using static Tariff.Tests.Support.Samples;
