// Whether somebody answers the telephone at a moment, read from the words in which an organisation says when; one word that is not known leaves it unsaid.

/** Whole words only: "czynne" is no Thursday. */
const DAYS: readonly RegExp[] = [
  /^(pn|pon|poniedzial(ek|ku|ki)|mon|mondays?)$/,
  /^(wt|wtor(ek|ku|ki)|tues?|tuesdays?)$/,
  /^(sr|srod[aey]|wed|wednesdays?)$/,
  /^(cz|czw|czwart(ek|ku|ki)|thu|thurs?|thursdays?)$/,
  /^(pt|piat(ek|ku|ki)|fri|fridays?)$/,
  /^(sb|sob|sobot[aey]|sat|saturdays?)$/,
  /^(nd|ndz|niedz|niedziel[aei]|sun|sundays?)$/,
];
const SEVERAL: Readonly<Record<string, readonly number[]>> = {
  daily: [0, 1, 2, 3, 4, 5, 6],
  working: [0, 1, 2, 3, 4],
  weekend: [5, 6],
};
/** Said in more than one word, or in more than one way. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [
    /\b(calodobowo|cala dobe|24\s*h|24\s*godz(iny)?|24\/7|round the clock|day and night)\b/g,
    " 0~1440 ",
  ],
  [/\b(codziennie|every day)\b/g, " daily "],
  [/\b(dni robocze|weekdays|working days)\b/g, " working "],
  [/\b(weekendy?|weekends)\b/g, " weekend "],
];
const TIMES =
  /(?<!\d[.:]?)(?:\bod\s+)?(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|do|to)\s*(\d{1,2})(?:[:.](\d{2}))?(?:\s*h)?\b(?![.:]?\d)/g;
const SPAN = /^(\d+)~(\d+)$/;
/** Words that change nothing of what is said. */
const BESIDE =
  /^([.,;:()]|w|we|i|oraz|and|od|from|on|godz|godziny|godzinach|czynn[ey]|otwarte|open)$/;
const UNTIL = /^(-|do|to)$/;

interface Hours {
  /** 0 is Monday. */
  days: readonly number[];
  from: number;
  to: number;
}

interface Span {
  from: number;
  to: number;
}

/** Days one after the other, or times one after the other. */
type Block = { days: number[] } | { spans: Span[] };

const folded = (text: string) =>
  text
    .toLowerCase()
    .replaceAll("ł", "l")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[–—−]/g, "-");

const dayIn = (word: string) => DAYS.findIndex((day) => day.test(word));

const minutes = (hour = "0", minute = "0") =>
  Number(hour) * 60 + Number(minute);

function wordsOf(text: string): readonly string[] {
  let said = folded(text).replaceAll(
    TIMES,
    (_, from?: string, fromMinute?: string, to?: string, toMinute?: string) =>
      ` ${String(minutes(from, fromMinute))}~${String(minutes(to, toMinute))} `,
  );
  for (const [way, word] of SAID) said = said.replaceAll(way, word);
  return (said.match(/\d+~\d+|[\p{L}\d]+|[^\s\p{L}\d]/gu) ?? []).filter(
    (word) => !BESIDE.test(word),
  );
}

function spanIn(word: string): Span | null {
  const [, from, to] = SPAN.exec(word) ?? [];
  return from && to ? { from: Number(from), to: Number(to) } : null;
}

const isOfADay = ({ from, to }: Span) =>
  from !== to && Math.max(from, to) <= 24 * 60;

/** @returns null where a word is not known */
function blocksIn(words: readonly string[]): readonly Block[] | null {
  const blocks: Block[] = [];
  const daysNow = () => {
    const last = blocks.at(-1);
    if (last && "days" in last) return last.days;
    const days: number[] = [];
    blocks.push({ days });
    return days;
  };
  for (const [place, word] of words.entries()) {
    const before = words[place - 1] ?? "";
    const next = words[place + 1] ?? "";
    const span = spanIn(word);
    const day = dayIn(word);
    if (span) {
      if (!isOfADay(span)) return null;
      const last = blocks.at(-1);
      if (last && "spans" in last) last.spans.push(span);
      else blocks.push({ spans: [span] });
    } else if (day >= 0) {
      const days = daysNow();
      if (UNTIL.test(before))
        for (let one = dayIn(words[place - 2] ?? ""); (one + 1) % 7 !== day;)
          days.push((one = (one + 1) % 7));
      days.push(day);
    } else if (SEVERAL[word]) daysNow().push(...SEVERAL[word]);
    else if (UNTIL.test(word)) {
      const isBetweenDays = dayIn(before) >= 0 && dayIn(next) >= 0;
      // "pn-pt - 8-16"
      if (!isBetweenDays && !(word === "-" && spanIn(next))) return null;
    } else return null;
  }
  return blocks;
}

/** "pn 8-16, wt 9-17", or once the other way round: "8-16 pn-pt". */
function hoursIn(words: readonly string[]): readonly Hours[] | null {
  const blocks = blocksIn(words);
  if (!blocks) return null;
  const [first, second] = blocks;
  const isAlways = words.length === 1 && words[0] === "0~1440";
  if (isAlways) return [{ days: SEVERAL["daily"] ?? [], from: 0, to: 1440 }];
  const inOrder =
    first && second && "spans" in first && blocks.length === 2
      ? [second, first]
      : blocks;
  const hours: Hours[] = [];
  for (let place = 0; place < inOrder.length; place += 2) {
    const [on, at] = inOrder.slice(place);
    if (!on || !at || !("days" in on) || !("spans" in at)) return null;
    hours.push(...at.spans.map((span) => ({ days: on.days, ...span })));
  }
  return hours.length > 0 ? hours : null;
}

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Warsaw",
  ...{ weekday: "short", hour: "2-digit", minute: "2-digit" },
  hourCycle: "h23",
});

/** @returns null where the words do not say it in a way that can be read */
export function answersNow(words: string | null, now: Date): boolean | null {
  const hours = hoursIn(wordsOf(words ?? ""));
  if (!hours) return null;
  const part = Object.fromEntries(
    clock.formatToParts(now).map(({ type, value }) => [type, value]),
  );
  const day = dayIn((part["weekday"] ?? "").toLowerCase());
  const minute = minutes(part["hour"], part["minute"]);
  return hours.some(({ days, from, to }) => {
    if (from < to) return days.includes(day) && from <= minute && minute < to;
    // over midnight
    const dayBefore = (day + 6) % 7;
    return (
      (days.includes(day) && from <= minute) ||
      (days.includes(dayBefore) && minute < to)
    );
  });
}
