// "Skierowania" of a coordinator: the list of the sent, or the course of one.
import { useParams } from "react-router";

import { numberInPath } from "../app/shell/referral-path.js";
import { CoursePage } from "./CoursePage.js";
import { SentPage } from "./SentPage.js";

export function SenderPage() {
  const { number } = useParams();
  if (!number) return <SentPage />;
  return <CoursePage key={number} number={numberInPath(number)} />;
}
