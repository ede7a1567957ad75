// What a page shows is read anew when the log tells of a change of its topics, while everything stays on the screen.
import { useContext, useEffect, useRef } from "react";

import type { CentreTopic } from "../../graphql/generated/graphql.js";
import { later } from "./later.js";
import { LiveContext } from "./use-live.js";

/** What comes within this time is read at once, and the next reading waits as long. */
const gather = 300;

export function useReadAnew(
  topics: readonly CentreTopic[],
  read: () => Promise<unknown>,
): void {
  // a page without a centre is not followed
  const listenCentre = useContext(LiveContext)?.listenCentre;
  const latest = useRef({ topics, read });
  useEffect(() => {
    latest.current = { topics, read };
  });
  useEffect(() => {
    if (!listenCentre) return;
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
    const stop = listenCentre((topic) => {
      if (isDue || !latest.current.topics.includes(topic)) return;
      isDue = true;
      if (!isReading) wait();
    });
    return () => {
      stop();
      callOff();
      isDue = false;
    };
  }, [listenCentre]);
}
