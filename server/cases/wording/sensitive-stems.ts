// Words that tell of a person's health, addiction, degree of disability or criminal record: how they begin in Polish, and what only looks like them.

/** What a word is about (GDPR art. 9 and 10; the spheres of a diagnosis that never travel whole, domain 4.3). */
export type Sensitive = "HEALTH" | "ADDICTION" | "DISABILITY" | "RECORD";

/** Folded: without case and Polish signs. */
const list = (words: string) => words.trim().split(/\s+/);

/**
 * How the words begin. Health goes through the chapters of ICD-10 (Międzynarodowa Statystyczna Klasyfikacja Chorób), of each
 * what people say of it every day; ways of hearing, seeing and moving are left out: without them nobody can say what has to
 * be there. Record goes by what the penal codes call sentences, guardians and prisons.
 */
export const STEMS: Readonly<Record<Sensitive, readonly string[]>> = {
  HEALTH: list(`
    chorob choruj chorow zachorow schorzen diagnoz rozpoznan lekarz lekarsk leczen leczon wyleczon szpital hospitali operacj
    zoperow tabletk przeszczep pielegniar paliatyw hospicj
    gruzli zoltacz borelio covid
    nowotw bialacz chloniak onkolog chemioterap radioterap przerzut
    anemi hemofili niedokrwisto
    cukrzy insulin tarczyc otyl hashimot anoreks bulimi
    depresj schizofr psychoz psychoty psychiat nerwic dwubiegun otepie demencj zaburze autyz autysty asperger
    uposledz samobo samookale urojen halucyn bezsenno
    padacz epilep parkinson alzheim stwardnien migren porazen porazon paraliz niedowlad neurolog
    jaskr zacm
    zawal udar miazdzyc nadcisnien niewydolno arytmi zakrzep kardiolog rozruszni tetniak
    astm zapalen
    wrzod marsko stomi
    luszczyc atopow
    reumat zwyrodnien osteopor dyskopat artretyz skolioz
    dializ kamic nefrolog urolog ginekolog diabetolog
    ciaza ciazy ciaze poronil poronien porodu porodzie polog
    wrodzon
    zlaman amput oparze zatruc`),
  ADDICTION: list(`
    alkohol uzaleznion uzaleznien narkot narkom odwyk detoks hazard trzezw nietrzezw wytrzezw pijan pijack pijak nalog esperal
    metadon dopalacz heroin kokain amfetamin marihuan`),
  DISABILITY: list(`inwalid orzeczeni orzeczono`),
  RECORD: list(`
    kurator kuratel wiezien wiezni karalno niekaran ukaran wyrok skazan przestep areszt odsiad odsiedz kradziez prokurat oskarz
    osadzon resocjaliz poprawcz recydyw`),
};

/** Whole words: too short, or too much like others, to go by how they begin. */
export const WHOLE: Readonly<Record<Sensitive, readonly string[]>> = {
  HEALTH: list(`
    chory chora chorego chorej chorym chorych chore chorymi chorzy chorowity chorowita
    lek leki lekow lekami lekach recepta recepte recepty rak raka rakiem raku guz guza guzem guzow guzy
    uraz urazu urazem urazie urazow wylew wylewu wylewie zabieg zabiegu zabiegi zabiegow zabiegiem zabiegach
    egzema egzemy kila kily sepsa sepsy sepse omamy omamow hiv aids wzw adhd ptsd pochp down downem downa`),
  ADDICTION: list(`cpa cpal cpala cpun cpuna`),
  DISABILITY: list(`
    niepelnosprawny niepelnosprawna niepelnosprawnego niepelnosprawnej niepelnosprawnemu`),
  RECORD: list(`karany karana karanego karanej karanym`),
};

/** Said in more than one word. */
export const PHRASES: readonly (readonly [Sensitive, RegExp])[] = [
  [
    "DISABILITY",
    /\b(znaczn|umiarkowan|lekki)\w* stop(ien|nia|niu|niem)\b|\bstop(ien|nia|niu|niem) (niepelnosprawn|znaczn|umiarkowan|lekki)\w*/,
  ],
  [
    "HEALTH",
    /\b(stan|problem|powod|wzgled|klopot)\w* (zdrow|psychiczn)\w*|\bzdrowi\w* psychiczn\w*/,
  ],
  ["RECORD", /\bzaklad\w* karn\w*|\bdozor\w* elektroniczn\w*/],
];

/** Begin like one of the words above and are something else. */
export const OTHERWISE = /^(udaremn|kuratori)/;

/** Services, the programme and papers of every day: said of what there is, and of nobody. */
export const OFFERED: readonly RegExp[] = [
  /\bgrup\w* wsparcia\b/g,
  /\bterapi\w* zajeciow\w*/g,
  /\bubezpieczen\w* (zdrowotn|chorobow)\w*/g,
  /\bosob\w* z (niepelnosprawno|zaburzen)\w*( psychiczn\w*)?/g,
  /\b(diagnoz|rozpoznan)\w* (\w+ )?(potrzeb|potencjal|spoleczn)\w*/g,
  /\bprofilaktyk\w* \w+/g,
];
