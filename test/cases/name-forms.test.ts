// Whether free text names the person of a case: in each form that Polish gives a name, and in no word that only looks like one.
import { namesPerson } from "../../server/cases/name-forms.js";

const named: [string, string | null, string][] = [
  ["Bożena", "Kwiatkowska", "Bożenie Kwiatkowskiej pasują wtorki"],
  ["Bożena", "Kwiatkowska", "proszę zapytać kwiatkowska"],
  ["Bożena", null, "Z BOŻENĄ umówimy się sami"],
  ["Bożena", null, "bozene wozi sasiad"],
  ["Bożena", "Kwiatkowska", "pytać pana Kwiatkowskiego"],
  ["Bożena", "Kwiatkowska", "państwo Kwiatkowscy"],
  ["Bożena", "Kwiatkowska", "u Kwiatkowskich"],
  ["Anna Zofia", "Żółkiewska-Łoś", "do Anny"],
  ["Anna Zofia", "Żółkiewska-Łoś", "Annie pasuje"],
  ["Anna Zofia", "Żółkiewska-Łoś", "p.Żółkiewską"],
  ["Anna Zofia", "Żółkiewska-Łoś", "zolkiewskiej-losia"],
  ["Anna Zofia", "Żółkiewska-Łoś", "z Łosiem"],
  ["Anna Zofia", "Żółkiewska-Łoś", "z Zofią"],
  ["Marek", "Wróbel", "zadzwonić do Marka"],
  ["Marek", "Wróbel", "markowi wróblowi"],
  ["Marek", "Wróbel", "z Wróblem"],
  ["Paweł", "Stępień", "Pawłowi, Pawle"],
  ["Paweł", "Stępień", "u Stępnia"],
  ["Piotr", "Gołąb", "o Piotrze"],
  ["Piotr", "Gołąb", "pana Gołębia"],
  ["Michał", "Kozioł", "z Michałem"],
  ["Michał", "Kozioł", "Kozłowi"],
  ["Jerzy", "Kwiecień", "Jerzemu"],
  ["Jerzy", "Kwiecień", "u Kwietnia"],
  ["Antoni", "Kościuszko", "z Antonim Kościuszką"],
  ["Antoni", "Kościuszko", "Kościuszce"],
  ["Monika", "Nowak", "o Monice"],
  ["Monika", "Nowak", "dla Nowaków, pani Nowakowa"],
  ["Beata", "Sapieha", "Beacie"],
  ["Beata", "Sapieha", "o Sapieże"],
  ["Jadwiga", "Kupiec", "Jadwidze"],
  ["Jadwiga", "Kupiec", "dla Kupca"],
  ["Maja", "Lange", "Mai i Langego"],
  ["Maja", "Maj", "Maja prosi o wtorek"],
  ["Kasia", null, "Kasi pasuje"],
  ["Alicja", null, "Alicji pasuje"],
  ["Kacper", null, "Kacprowi"],
  ["Oksana", "Szewczenko", "u Szewczenki"],
  ["Ivan", "Orzeł", "Iwanowi, pani Orła"],
  ["Maria", "Kocioł", "dla Kotła"],
  ["Maksym", "Wiktor", "Maxym, u Viktora"],
  ["Alex", "Kozieł", "Aleksowi Kozłowi"],
  ["Ola", "Czwartek", "pani Czwartek"],
  ["Ola", "Wolny", "u Wolnych, dla Wolnego"],
];

it.each(named)("knows %s %s in: %s", (name, surname, text) => {
  expect(namesPerson(text, { name, surname })).toBe(true);
});

const others: [string, string | null, string][] = [
  ["Jan", "Kot", "Janusz przywiezie kotlety w styczniu"],
  ["Jan", null, "janosik, Janina, janczar"],
  ["Ewa", null, "ewentualnie ewakuacja, ewidencja"],
  ["Anna", "Zając", "zajęcia w sali, wanna, Annopol"],
  ["Adam", "Kowalska", "kowalstwo artystyczne, kowal, adamaszek"],
  ["Ala", null, "pasuje, ale po 16"],
  ["Ida", null, "idę i idzie dobrze"],
  ["Maja", "Maj", "rodzice mają czas 3 maja i w maju"],
  ["Ola", "Piątek", "w piątek po południu, w piątki"],
  ["Nina", "Sobota", "w sobotę albo w soboty"],
  ["Nina", "Czwartek", "w czwartek o 10, w czwartki, do czwartku"],
  ["Nina", "Poniedziałek", "w poniedziałek albo w poniedziałki"],
  ["Nina", "Wolny", "jest wolne miejsce, dwa wolne, nie ma wolnych miejsc"],
  ["Nina", "Dobra", "dobrze, dobry termin, dobra pora"],
  ["Nina", "Pilny", "pilne, w pilnej sprawie"],
  ["Nina", "Stały", "stała opieka, na stałe, stałego terminu"],
  ["Nina", "Cichy", "cicha sala"],
  ["Nina", "Wysoka", "wysoki stopień, wysokiego progu"],
  ["Marek", "Lis", "lista i listy, marketing, markety"],
  ["Zofia", "Łoś", "losu, losowanie, zofijówka"],
  ["Zofia", "Król", "skrót, królik, królestwo"],
  ["Piotr", "Wójcik", "wójt, piotrkowski"],
  ["Bo", "Ng", "bo nie ma ng"],
  ["", null, "cokolwiek"],
];

it.each(others)("sees nobody called %s %s in: %s", (name, surname, text) => {
  expect(namesPerson(text, { name, surname })).toBe(false);
});
