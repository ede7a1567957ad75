// A referral's number in an address: SK/2026/00123 is read as SK-2026-00123.
export function referralPath(number: string): string {
  return `/skierowania/${number.replaceAll("/", "-")}`;
}

export function numberInPath(part: string): string {
  return part.replaceAll("-", "/");
}
