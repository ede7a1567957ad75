// What a place in the menu is; the list itself stands beside the routes.
import type { IconName } from "../../design/Icon.js";
import type { Role } from "../../graphql/generated/graphql.js";
import { holdsAny, type Viewer } from "../session/viewer.js";

export interface MenuEntry {
  path: string;
  /** Key in the shell's catalogue; with "Short" added for the narrow tabs. */
  label: string;
  icon: IconName;
  roles: readonly Role[];
  /** Stands first among the tabs of a phone. */
  isFirstOnPhone?: boolean;
  /** Only for organisations that are the hub, or only for those that are not. */
  ofHub?: boolean;
  /** Also where the viewer's organisation has left. */
  evenLeft?: boolean;
  /** A short form stands in the catalogue for the tabs of a phone. */
  hasShortLabel?: boolean;
  /** The letter that leads here after "g". */
  hotkey?: string;
  /** How many wait for the viewer at this place. */
  useAwaiting?: () => number;
}

/** The viewer's own places; where two roles lead to one address, it stands once. */
export function placesOf(
  viewer: Viewer,
  entries: readonly MenuEntry[],
): MenuEntry[] {
  const mine = entries.filter(
    ({ roles, ofHub = viewer.partner.isHub, evenLeft = false }) =>
      holdsAny(viewer, roles) &&
      ofHub === viewer.partner.isHub &&
      (evenLeft || !viewer.hasLeft),
  );
  return mine.filter(
    ({ path }, at) => mine.findIndex((entry) => entry.path === path) === at,
  );
}

const MOST_TABS = 4;
const MOST_PLACES = 8;

/** At the side, or as the tabs of a phone stand, for the eye and the Tab key alike; the last of many holds what has no room. */
export function tabsOf(
  places: readonly MenuEntry[],
  isWide: boolean,
): { tabs: readonly MenuEntry[]; further: readonly MenuEntry[] } {
  const most = isWide ? MOST_PLACES : MOST_TABS;
  const order = isWide
    ? places
    : places.toSorted(
        (a, b) =>
          Number(b.isFirstOnPhone ?? false) - Number(a.isFirstOnPhone ?? false),
      );
  const room = order.length > most ? most - 1 : most;
  return { tabs: order.slice(0, room), further: order.slice(room) };
}
