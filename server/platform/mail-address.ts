// What an e-mail address looks like, as far as its text can tell.
export function isEmail(text: string): boolean {
  return (
    text.length <= 254 && /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(text)
  );
}
