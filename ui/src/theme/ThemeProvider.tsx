import "@fontsource-variable/inter/wght.css";
import "@mantine/core/styles.layer.css";
import "@mantine/dates/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "./tokens.css";
import "./global.css";
import { MantineProvider } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { focusFirstFields } from "./firstField";
import { cssVariablesResolver, theme } from "./theme";

/** Colours, type and space for everything below; light, dark or what the system says. */
export function ThemeProvider({ children, env = "default" }: { children: ReactNode; env?: "default" | "test" }) {
  useEffect(() => focusFirstFields(document), []);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto" env={env}>
      {children}
    </MantineProvider>
  );
}
