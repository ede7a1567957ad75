// Setting a second factor up on the screen: the app that shows the codes is made from the key that stands there.
import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";

export async function setUpSecondFactor(page: Page): Promise<TOTP> {
  await page.getByRole("button", { name: "Zaczynamy" }).click();
  const key = await page.locator("code").first().innerText();
  const app = new TOTP({
    secret: Secret.fromBase32(key.replaceAll(/\s/g, "")),
  });
  await page.getByLabel("Kod z aplikacji w telefonie").fill(app.generate());
  await page.getByRole("button", { name: "Włącz" }).click();
  await page.getByRole("button", { name: "Mam kody, dalej" }).click();
  return app;
}
