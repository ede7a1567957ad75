// What may not stand in words about a referral: a PESEL number or a telephone.

export type Identifying = "pesel" | "phone";

const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

function isPesel(digits: string): boolean {
  const sum = weights.reduce(
    (all, weight, place) => all + weight * Number(digits[place]),
    0,
  );
  return (10 - (sum % 10)) % 10 === Number(digits[10]);
}

/** Eleven digits in a row with the right checksum, however they are spaced. */
function holdsPesel(text: string): boolean {
  const runs = text.match(/\d(?:[\s.-]*\d){10,}/g) ?? [];
  return runs.some((run) => {
    const digits = run.replace(/\D/g, "");
    return Array.from({ length: digits.length - 10 }, (_, start) =>
      digits.slice(start, start + 11),
    ).some(isPesel);
  });
}

/** Nine digits, with or without the country's 48; strokes and dots make a file number of them. */
function holdsPhone(text: string): boolean {
  const runs = text.match(/(?<![\d/.])\+?\d(?:[\s-]?\d)+(?![\d/.]\d)/g) ?? [];
  return runs.some((run) =>
    /^(?:(?:00)?48)?[1-9]\d{8}$/.test(run.replace(/\D/g, "")),
  );
}

export function identifyingIn(text: string): Identifying | null {
  if (holdsPesel(text)) return "pesel";
  return holdsPhone(text) ? "phone" : null;
}
