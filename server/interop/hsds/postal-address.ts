// An address that is one text, taken apart as HSDS wants it; what cannot be told is left out.

/** By the first two digits of TERC. */
const VOIVODESHIPS: Readonly<Record<string, string>> = {
  "02": "dolnośląskie",
  "04": "kujawsko-pomorskie",
  "06": "lubelskie",
  "08": "lubuskie",
  "10": "łódzkie",
  "12": "małopolskie",
  "14": "mazowieckie",
  "16": "opolskie",
  "18": "podkarpackie",
  "20": "podlaskie",
  "22": "pomorskie",
  "24": "śląskie",
  "26": "świętokrzyskie",
  "28": "warmińsko-mazurskie",
  "30": "wielkopolskie",
  "32": "zachodniopomorskie",
};

export interface AddressRecord {
  id: string;
  location_id?: string;
  address_1: string;
  city: string;
  state_province: string;
  postal_code: string;
  country: string;
  address_type: string;
}

/** Null where the street, the postal code, the town or the voivodeship cannot be told. */
export function addressIn(
  id: string,
  text: string,
  terc: string | null,
): AddressRecord | null {
  const [, street, postalCode, city] =
    /^(.+?),?\s+(\d{2}-\d{3})\s+(\S.*)$/.exec(text.trim()) ?? [];
  const province = VOIVODESHIPS[(terc ?? "").slice(0, 2)];
  if (!street || !postalCode || !city || !province) return null;
  return {
    id,
    location_id: id,
    address_1: street,
    city,
    state_province: province,
    postal_code: postalCode,
    country: "PL",
    address_type: "physical",
  };
}
