// "Skierowania" of a coordinator: the list of the sent, or the course of one.
import { useParams } from "react-router";

import { CoursePage } from "./CoursePage.js";
import { numberOf } from "./number-in-address.js";
import { SentPage } from "./SentPage.js";

export function SenderPage() {
  const { number } = useParams();
  if (!number) return <SentPage />;
  return <CoursePage key={number} number={numberOf(number)} />;
}
