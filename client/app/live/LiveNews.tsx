// What the live sign means for the page below it: seen from when, and what waits.
import { useTranslation } from "react-i18next";

import { Button } from "../../design/Button.js";
import { timeOf } from "../../design/dates.js";
import { Note } from "../../design/Note.js";
import { useLive } from "./use-live.js";

export function LiveNews() {
  const { t, i18n } = useTranslation("shell");
  const { sign, wasReloaded, dismissReloaded, tryNow } = useLive();
  if (sign.state === "offline") {
    const time = timeOf(new Date(sign.since), i18n.language);
    return (
      <Note
        tone="danger"
        icon="offline"
        title={t("news.offlineTitle", { time })}
        actions={
          <Button size="small" icon="refresh" onClick={tryNow}>
            {t("news.tryNow")}
          </Button>
        }
      >
        {t("news.offline", { time })}
      </Note>
    );
  }
  if (wasReloaded)
    return (
      <Note
        tone="info"
        icon="refresh"
        role="status"
        actions={
          <Button size="small" onClick={dismissReloaded}>
            {t("news.understood")}
          </Button>
        }
      >
        {t("news.reloaded")}
      </Note>
    );
  return null;
}
