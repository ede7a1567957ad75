// When one party of an agreement left it, or will, while the others stay.
interface Leaving {
  leftOn: string;
  lastDay: string;
  hasLeft: boolean;
  partner: { id: string } | null;
}

interface Left {
  leavings: readonly Leaving[];
}

export function leavingOf(
  { leavings }: Left,
  partnerId: string,
): Leaving | null {
  return leavings.find(({ partner }) => partner?.id === partnerId) ?? null;
}

/** From when to when this party belongs to it. */
export function spanOf<
  One extends Left & { validFrom: string | null; validTo: string | null },
>(agreement: One, partnerId: string): Pick<One, "validFrom" | "validTo"> {
  const { validFrom, validTo } = agreement;
  const last = leavingOf(agreement, partnerId)?.lastDay;
  const isEarlier = last && (validTo === null || last < validTo);
  return { validFrom, validTo: isEarlier ? last : validTo };
}
