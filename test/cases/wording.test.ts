// What free text tells of a person: her illness, addiction, degree of disability or record, which is asked about, and where she lives, which is refused.
import { tellsPlace } from "../../server/cases/wording/place-forms.js";
import { sensitiveIn } from "../../server/cases/wording/sensitive-in.js";
import { readMunicipality } from "../../server/demo/municipality.js";

it.each([
  ["wejście bez schodów, po udarze", "HEALTH", "udarze"],
  ["w ten dzień ma wizytę u psychiatry", "HEALTH", "psychiatry"],
  ["czekamy, aż wyjdzie ze szpitala", "HEALTH", "szpitala"],
  ["jest CHORA na raka", "HEALTH", "CHORA"],
  ["ma cukrzycę", "HEALTH", "cukrzycę"],
  ["choruje na schizofrenię", "HEALTH", "choruje"],
  ["jest po próbie samobójczej", "HEALTH", "samobójczej"],
  ["nosiciel HIV", "HEALTH", "HIV"],
  ["bierze leki", "HEALTH", "leki"],
  ["w ciąży", "HEALTH", "ciąży"],
  ["wizyta u lekarza", "HEALTH", "lekarza"],
  ["ze względów zdrowotnych", "HEALTH", "względów zdrowotnych"],
  ["nie pije alkoholu od roku", "ADDICTION", "alkoholu"],
  ["chodzi na terapię uzależnień", "ADDICTION", "uzależnień"],
  ["ma znaczny stopień", "DISABILITY", "znaczny stopień"],
  [
    "stopień niepełnosprawności znaczny",
    "DISABILITY",
    "stopień niepełnosprawności",
  ],
  ["czeka na orzeczenie", "DISABILITY", "orzeczenie"],
  ["pod opieką kuratora sądowego", "RECORD", "kuratora"],
  ["wyszedł z więzienia", "RECORD", "więzienia"],
  ["po zakładzie karnym", "RECORD", "zakładzie karnym"],
])("asks about: %s", (text, about, said) => {
  expect(sensitiveIn(text)).toEqual({ about, said });
});

it.each([
  "grupa wsparcia we wtorki",
  "Warsztat Terapii Zajęciowej",
  "dla osób z niepełnosprawnościami",
  "wejście bez schodów, wjazd z wózkiem, polski język migowy",
  "niedosłyszy, mówić głośno",
  "chór, choreografia, chorągiew harcerska",
  "brak windy, rakieta tenisowa, recepcja, guzik, egzemplarz",
  "więzi rodzinne i sąsiedzkie",
  "kuratorium oświaty",
  "diagnoza potrzeb mieszkańców",
  "ubezpieczenie zdrowotne",
  "pilne, pasują wtorki rano",
  "poradnictwo psychologiczne i psychoterapia",
  "rehabilitacja i fizjoterapia",
])("does not ask about: %s", (text) => {
  expect(sensitiveIn(text)).toBeNull();
});

it("is startled by the names of services only where they are of an addiction or an illness", () => {
  const startled = readMunicipality("jarzebinow")
    .partners.flatMap(({ services }) => services)
    .flatMap(({ name }) => sensitiveIn(name)?.said ?? []);
  expect(startled.toSorted()).toEqual([
    "psychiatryczna",
    "uzależnień",
    "uzależnień",
  ]);
});

it.each([
  ["ul. Lipowa 3, Olszyny", "mieszka na Lipowej 3"],
  ["ul. Lipowa 3, Olszyny", "Czy pani z Lipowej może rano?"],
  ["ul. Lipowa 3, Olszyny", "z lipowej"],
  ["Lipowa 3", "przy Lipowej"],
  ["Jarzębinów, Kościuszki 4 m. 2", "spod Kościuszki"],
  ["ul. Marii Skłodowskiej-Curie 5/12", "blok na Skłodowskiej"],
  ["Olszyny 14", "dom w Olszynach 14"],
  ["Olszyny 14", "Olszyny nr 14"],
  ["ul. Szkolna 7, 00-001 Jarzębinów", "na Szkolnej 7"],
  ["ul. Szkolna 7, 00-001 Jarzębinów", "przy ul. Szkolnej"],
  ["ul. 3 Maja 7", "róg 3 Maja 7"],
  ["os. Tysiąclecia 5/12", "z Tysiąclecia"],
  ["ul. Vetulaniego 5, Jarzębinów", "z Vetulaniego"],
  ["ul. Kolejowa 5, Jarzębinów", "na Kolejowej 5"],
])("knows %s in: %s", (place, text) => {
  expect(tellsPlace(text, place)).toBe(true);
});

it.each([
  ["ul. Lipowa 3, Olszyny", "zajęcia w Olszynach, wtorki"],
  ["ul. Lipowa 3, Jarzębinów", "pomoc w Jarzębinowie od 3 grudnia"],
  ["Olszyny 14", "dojazd z Olszyn o 14:30 busem"],
  ["ul. Szkolna 7", "świetlica szkolna o 16"],
  ["ul. 3 Maja 7", "od 3 maja do 7 czerwca"],
  ["ul. Nowa 2", "nowa grupa od 2 osób"],
  ["Jarzębinów 12, powiat olchowski", "warsztaty w Jarzębinowie"],
  ["ul. Kolejowa 5, Jarzębinów", "bilet na kolejowy przejazd"],
  ["os. Słoneczne 3, Olszyny", "we wtorek o 16, słoneczny pokój"],
  ["u siostry", "u niej w domu"],
  ["", "Lipowa 3"],
])("does not find %s in: %s", (place, text) => {
  expect(tellsPlace(text, place)).toBe(false);
});
