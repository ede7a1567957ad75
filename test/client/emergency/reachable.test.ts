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

// Monday, Thursday, Saturday, and Sunday at three in the morning
const week = [
  at("10:00", 7),
  at("10:00", 3),
  at("10:00", 5),
  at("03:00", 6),
] as const;

it.each([
  // words that may mean anything say nothing
  ["czynne 8-16", [null, null, null, null]],
  ["czas pracy 8-16", [null, null, null, null]],
  ["nieczynne w soboty; pn-pt 8-16", [null, null, null, null]],
  ["24h, bez sobót", [null, null, null, null]],
  ["całodobowo poza świętami", [null, null, null, null]],
  ["piątki 8-16, co drugi tydzień", [null, null, null, null]],
  ["pn-pt 8-16, przerwa 12-13", [null, null, null, null]],
  ["pn-pt 8-16, sob", [null, null, null, null]],
  ["8-16 pn-pt, sob 9-13", [null, null, null, null]],
  ["pn 600-700-800", [null, null, null, null]],
  ["pn-pt 8-61", [null, null, null, null]],
  ["pn-pt do 16", [null, null, null, null]],
  ["Mon-Fri 9am-5pm", [null, null, null, null]],
  // and what is said is not taken for more
  ["czynne wt 8-16", [false, false, false, false]],
  ["czynne pn-pt 8-16", [true, true, false, false]],
  ["24h w dni robocze", [true, true, false, false]],
  ["całodobowo od pn do pt", [true, true, false, false]],
  ["pn–pt całą dobę; weekendy 9–13", [true, true, true, false]],
  ["24/7", [true, true, true, true]],
  ["pt-pn 8-16", [true, false, true, false]],
  ["sob-pn 0-24", [true, false, true, true]],
  ["8-16 pn-pt", [true, true, false, false]],
  ["pn.-pt. - 8-9.30, 9:45-16", [true, true, false, false]],
  ["od 8 do 16 od poniedziałku do soboty", [true, true, true, false]],
  ["Mon-Fri 8-16 and Sat 9-11", [true, true, true, false]],
] as const)("%s: %j", (words, expected) => {
  expect(week.map((now) => answersNow(words, now))).toEqual(expected);
});

it("knows the days of the week", () => {
  expect(answersNow("pon.–pt. 8–16, sob. 9–13", at("10:00", 5))).toBe(true);
  expect(answersNow("pon.–pt. 8–16, sob. 9–13", at("14:00", 5))).toBe(false);
  expect(answersNow("pon.–pt. 8–16", at("10:00", 6))).toBe(false);
  expect(answersNow("pt. 20–6", at("05:00", 5))).toBe(true);
  expect(answersNow("pt. 20–6", at("05:00", 6))).toBe(false);
});
