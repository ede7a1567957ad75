// The desk names nobody; its own words, of offices and functions, are said as they are.
import { namesSomebody } from "../../server/protection/rights/desk-names.js";

it.each([
  "Teczka Anny Nowak została w autobusie.",
  "Anna Nowak",
  "ANNA KOWALSKA",
  "Kowalska Anna",
  "List do pani Nowak otwarto w holu.",
  "Wydruk z danymi Bożeny Kwiatkowskiej",
  "z panem Kowalskim",
])("names somebody: %s", (text) => {
  expect(namesSomebody(text)).toBe(true);
});

it.each([
  "Zgłoszono do Urzędu Miejskiego.",
  "Urząd Miejski w Jarzębinowie",
  "Pani Dyrektor zdecydowała o zgłoszeniu.",
  "Komenda Miejska Policji",
  "Uniwersytet Warszawski",
  "Wydruk zabrano z ulicy Jana Kochanowskiego.",
  "ul. Jana Kochanowskiego 3",
  "Prezes Urzędu Ochrony Danych Osobowych",
  "Gmina Janowo",
  "Zgłosiła pani kierownik.",
])("names nobody: %s", (text) => {
  expect(namesSomebody(text)).toBe(false);
});
