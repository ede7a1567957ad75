// What a page shows is read anew when the log tells of a change of its topics, while everything stays on the screen.
import { useContext, useEffect, useRef } from "react";

import type { CentreTopic } from "../../graphql/generated/graphql.js";
import { later } from "./later.js";
import { LiveContext } from "./use-live.js";

/** What the log tells only by its kind, and referrals, whose numbers stand on pages that hold none of them. */
export type PageTopic = CentreTopic | "REFERRAL";

/** What comes within this time is read at once, and the next reading waits as long. */
const gather = 300;

export function useReadAnew(
  topics: readonly PageTopic[],
  read: () => Promise<unknown>,
): void {
  // a page without a centre is not followed
  const live = useContext(LiveContext);
  const listenCentre = live?.listenCentre;
  const listenReferral = live?.listenReferral;
  const latest = useRef({ topics, read });
  useEffect(() => {
    latest.current = { topics, read };
  });
  useEffect(() => {
    if (!listenCentre || !listenReferral) return;
    let callOff = () => {};
    let isDue = false;
    let isReading = false;

    function wait() {
      callOff();
      callOff = later(gather, begin);
    }
    function begin() {
      // whoever fills in a form saves over what she saw when she began
      if (document.querySelector("dialog[open]")) return wait();
      isDue = false;
      isReading = true;
      const end = () => {
        isReading = false;
        if (isDue) wait();
      };
      // what cannot be read now is read with the next change; the live sign tells of the line
      latest.current.read().then(end, end);
    }
    function hear(topic: PageTopic) {
      if (isDue || !latest.current.topics.includes(topic)) return;
      isDue = true;
      if (!isReading) wait();
    }
    const stops = [listenCentre(hear), listenReferral(() => hear("REFERRAL"))];
    return () => {
      for (const stop of stops) stop();
      callOff();
      isDue = false;
    };
  }, [listenCentre, listenReferral]);
}
