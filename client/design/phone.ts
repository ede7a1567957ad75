// A telephone number as people read it aloud.

/** "+48000000012" in groups of three; a number of another country stays as it is. */
export function phoneInGroups(phone: string): string {
  return phone.replace(
    /^(\+48)(\d{3})(\d{3})(\d{3})$/,
    "$1\u00a0$2\u00a0$3\u00a0$4",
  );
}
