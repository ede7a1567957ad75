// What goes into a list of fallbacks by itself: nothing but what meets the same need in an emergency.
import { standsIn } from "../../../client/emergency/stands-in.js";

type Kind = Parameters<typeof standsIn>[1];

const food: Kind = {
  ...{ id: "food", area: "SOCIAL_ASSISTANCE", sphere: "SOCIAL_LIVING" },
  ...{ form: "GROUP", emergency: true, viewerCanRefer: true },
};

it.each<[string, Partial<Kind>, boolean]>([
  ["another kitchen", {}, true],
  ["itself", { id: "food" }, false],
  ["a seniors' club", { sphere: "SOCIAL" }, false],
  ["a talk", { form: "INDIVIDUAL" }, false],
  ["what is not open to emergencies", { emergency: false }, false],
  ["another area", { area: "HOUSING" }, false],
  ["where nobody can be referred", { viewerCanRefer: false }, false],
])("%s: %s", (_, other, stands) => {
  expect(standsIn(food, { ...food, id: "other", ...other })).toBe(stands);
});
