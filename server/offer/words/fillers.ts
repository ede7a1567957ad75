// Words of a question that say nothing of what is looked for.
const fillers = new Set(
  `a aby albo ale bardzo bez by byc byl byla bylo co cos czy dla do dobry dzis dzisiaj gdy gdzie i ich ile ja jak jaka jaki jakis jakas jakies jego jej jest jestem jeszcze juz kiedy kogo komu kto ktos ktora ktore ktory lub
  ma maja mam mamy mi mial mnie moge moj moja moje mojej mojego mozna moze mozliwosc na nad nam nas nasz nasza nic nie niego niej no o od ona one oni oraz osob osoba osobie osoby osobom osobami po pod podczas poniewaz ponad
  potrzebna potrzebne potrzebny potrzebuje pomoze pomozcie poprosze prosze przed przez przy raz sa sam sama sie sobie swoj swoja tak taka taki takie tam te tego tej temu ten teraz to tu ty tylko tym u w we wiec wszystko wy
  z za zaraz ze znalezc znajde zeby szukam szukamy szuka chce chcialbym chcialabym chodzi chodzic usluga uslugi uslug problem problemy problemow klopot klopoty klopotow trudnosci sprawa sprawy sprawie`
    .split(/\s+/)
    .filter(Boolean),
);

/** @param word folded */
export function isFiller(word: string): boolean {
  return fillers.has(word);
}
