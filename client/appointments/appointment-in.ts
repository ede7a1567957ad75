// A date as the fields of its form have it.
import { momentAt } from "../design/dates.js";
import { textIn } from "../design/form-text.js";
import type { AppointmentInput } from "../graphql/generated/graphql.js";

/** Somebody who is none of the contact persons is asked for. */
export const OTHER = "other";

export function appointmentIn(form: FormData): AppointmentInput {
  const asked = textIn(form, "asked");
  const atHome = form.get("atHome") !== null;
  return {
    at: momentAt(textIn(form, "day"), textIn(form, "time")).toISOString(),
    place: atHome ? null : textIn(form, "place"),
    atHome,
    bring: textIn(form, "bring") || null,
    askFor: (asked === OTHER ? textIn(form, "askFor") : asked) || null,
  };
}
