// Whether somebody answers the telephone now, from words as organisations write them; nothing is guessed from others.
import { answersNow } from "../../../client/emergency/reachable.js";

// a Wednesday in winter, in Warsaw an hour later
const at = (time: string, day = 2) =>
  new Date(`2026-12-0${String(day)}T${time}:00+01:00`);

it.each([
  ["pon.–pt. 7:30–15:30", "08:00", true],
  ["pon.–pt. 7:30–15:30", "15:30", false],
  ["poniedziałek-piątek od 8 do 16", "15:59", true],
  ["pn, śr, pt 8-16", "10:00", true],
  ["wt, pt 8-16", "10:00", false],
  ["codziennie 8-16, nie w soboty", "10:00", null],
  ["śr. 12–18, pt. 8–14", "13:00", true],
  ["śr. 12–18, pt. 8–14", "11:00", false],
  ["w dni robocze 9.00-17.00", "16:00", true],
  ["codziennie 6–22", "22:30", false],
  ["codziennie 16–8", "07:00", true],
  ["codziennie 16–8", "12:00", false],
  ["całą dobę", "03:00", true],
  ["24 h", "03:00", true],
  ["całodobowo", "03:00", true],
  ["rano", "09:00", null],
  ["po 16", "17:00", null],
  ["", "09:00", null],
  [null, "09:00", null],
])("%s at %s: %s", (words, time, expected) => {
  expect(answersNow(words, at(time))).toBe(expected);
});

it("knows the days of the week", () => {
  expect(answersNow("pon.–pt. 8–16, sob. 9–13", at("10:00", 5))).toBe(true);
  expect(answersNow("pon.–pt. 8–16, sob. 9–13", at("14:00", 5))).toBe(false);
  expect(answersNow("pon.–pt. 8–16", at("10:00", 6))).toBe(false);
  expect(answersNow("pt. 20–6", at("05:00", 5))).toBe(true);
  expect(answersNow("pt. 20–6", at("05:00", 6))).toBe(false);
});
