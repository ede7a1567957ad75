// A button that spends a place: it waits while numbers are caught up with, and for the network's return.
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../design/Button.js";
import { useLive } from "./use-live.js";

export function PlaceButton(props: ComponentProps<typeof Button>) {
  const { t } = useTranslation("shell");
  const { isChecking, isOffline } = useLive();
  if (!isChecking && !isOffline) return <Button {...props} />;
  const { hotkey: _notNow, ...rest } = props;
  return (
    <Button {...rest} busy>
      {isOffline ? t("news.afterReturn") : t("news.checking")}
    </Button>
  );
}
