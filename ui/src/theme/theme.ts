import {
  ActionIcon, Alert, Badge, Button, Checkbox, createTheme, type CSSVariablesResolver, Input, Kbd, type MantineColorsTuple, Menu, Modal, Popover, Select, Tooltip,
} from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { scale } from "./tokens";

const tuple = (name: string) => scale(name) as unknown as MantineColorsTuple;

const control = { sm: "var(--cs-control)", xs: "var(--cs-control-sm)" };
const floating = { shadow: "md", radius: "lg", transitionProps: { duration: 120 } };

export const theme = createTheme({
  colors: {
    ink: tuple("ink"),
    gray: tuple("gray"),
    dark: tuple("dark"),
    green: tuple("green"),
    yellow: tuple("amber"),
    orange: tuple("orange"),
    red: tuple("red"),
  },
  primaryColor: "ink",
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  fontFamily: "var(--cs-font)",
  fontSizes: { xs: "var(--cs-text-xs)", sm: "var(--cs-text-sm)", md: "var(--cs-text-md)", lg: "var(--cs-text-lg)", xl: "var(--cs-text-xl)" },
  lineHeights: { xs: "1.4545", sm: "1.5", md: "1.5385", lg: "1.4667", xl: "1.3" },
  spacing: {
    "2xs": "var(--cs-space-2xs)", xs: "var(--cs-space-xs)", sm: "var(--cs-space-sm)", md: "var(--cs-space-md)", lg: "var(--cs-space-lg)",
    xl: "var(--cs-space-xl)", "2xl": "var(--cs-space-2xl)", "3xl": "var(--cs-space-3xl)",
  },
  radius: { xs: "var(--cs-radius-xs)", sm: "var(--cs-radius-sm)", md: "var(--cs-radius-md)", lg: "var(--cs-radius-lg)", xl: "var(--cs-radius-xl)" },
  defaultRadius: "md",
  shadows: { xs: "var(--cs-shadow-1)", sm: "var(--cs-shadow-1)", md: "var(--cs-shadow-2)", lg: "var(--cs-shadow-2)", xl: "var(--cs-shadow-2)" },
  breakpoints: { xs: "36em", sm: "61.25em", md: "75em", lg: "85em", xl: "100em" },
  headings: {
    fontFamily: "var(--cs-font)",
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "var(--cs-text-2xl)", lineHeight: "var(--cs-lh-2xl)" },
      h2: { fontSize: "var(--cs-text-xl)", lineHeight: "var(--cs-lh-xl)" },
      h3: { fontSize: "var(--cs-text-lg)", lineHeight: "var(--cs-lh-lg)" },
      h4: { fontSize: "var(--cs-text-md)", lineHeight: "var(--cs-lh-md)" },
    },
  },
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: "sm", variant: "default" },
      vars: (_theme, props) => ({
        root: {
          "--button-height": props.size === "xs" ? control.xs : props.size === "md" ? "2.25rem" : control.sm,
          "--button-padding-x": props.size === "xs" ? "0.5rem" : props.size === "md" ? "1rem" : "0.6875rem",
          "--button-fz": props.size === "xs" ? "var(--cs-text-sm)" : "var(--cs-text-md)",
        },
      }),
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { size: "sm", variant: "subtle", color: "gray" },
      vars: (_theme, props) => ({ root: { "--ai-size": props.size === "xs" ? control.xs : control.sm } }),
    }),
    Input: Input.extend({
      defaultProps: { size: "sm" },
      vars: (_theme, props) => ({
        wrapper: { "--input-height": props.size === "md" ? "2.25rem" : control.sm, "--input-fz": "var(--cs-text-md)", "--input-size": props.size === "md" ? "2.25rem" : control.sm },
      }),
    }),
    InputWrapper: Input.Wrapper.extend({ defaultProps: { size: "sm", inputWrapperOrder: ["label", "input", "description", "error"] } }),
    Select: Select.extend({ defaultProps: { openOnFocus: false, allowDeselect: false, checkIconPosition: "right" } }),
    DateInput: DateInput.extend({ defaultProps: { valueFormat: "D MMM YYYY" } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: "xs", radius: "xs" } }),
    Badge: Badge.extend({ defaultProps: { variant: "light", radius: "sm" } }),
    Kbd: Kbd.extend({ defaultProps: { size: "xs" } }),
    Menu: Menu.extend({ defaultProps: floating }),
    Popover: Popover.extend({ defaultProps: floating }),
    Modal: Modal.extend({ defaultProps: { radius: "xl", shadow: "md", centered: true, transitionProps: { duration: 120 }, closeButtonProps: { "aria-label": "Close" } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false, radius: "sm", transitionProps: { duration: 120 } } }),
    Alert: Alert.extend({ defaultProps: { radius: "md" } }),
  },
});

/** Mantine's own variables by meaning; the tokens themselves switch with the scheme, so both schemes get the same references. */
export const meaning: Record<string, string> = {
  "--mantine-color-body": "var(--cs-surface)",
  "--mantine-color-text": "var(--cs-text)",
  "--mantine-color-dimmed": "var(--cs-text-dim)",
  "--mantine-color-placeholder": "var(--cs-text-faint)",
  "--mantine-color-anchor": "var(--cs-accent-text)",
  "--mantine-color-default": "var(--cs-default)",
  "--mantine-color-default-hover": "var(--cs-hover)",
  "--mantine-color-default-border": "var(--cs-line)",
  "--mantine-color-default-color": "var(--cs-text)",
  "--mantine-color-error": "var(--cs-fail-text)",
  "--mantine-primary-color-filled": "var(--cs-accent)",
  "--mantine-primary-color-filled-hover": "var(--cs-accent-hover)",
  "--mantine-primary-color-contrast": "var(--cs-on-accent)",
  "--mantine-primary-color-light": "var(--cs-accent-soft)",
  "--mantine-primary-color-light-hover": "var(--cs-accent-soft)",
  "--mantine-primary-color-light-color": "var(--cs-accent-text)",
  "--mantine-color-ink-filled": "var(--cs-accent)",
  "--mantine-color-ink-filled-hover": "var(--cs-accent-hover)",
  "--mantine-color-ink-light": "var(--cs-accent-soft)",
  "--mantine-color-ink-light-hover": "var(--cs-accent-soft)",
  "--mantine-color-ink-light-color": "var(--cs-accent-text)",
  "--mantine-color-ink-outline": "var(--cs-accent-text)",
  "--mantine-color-gray-light": "var(--cs-unknown-soft)",
  "--mantine-color-gray-light-color": "var(--cs-unknown-text)",
  "--mantine-color-green-light": "var(--cs-pass-soft)",
  "--mantine-color-green-light-color": "var(--cs-pass-text)",
  "--mantine-color-yellow-light": "var(--cs-warn-soft)",
  "--mantine-color-yellow-light-color": "var(--cs-warn-text)",
  "--mantine-color-red-light": "var(--cs-fail-soft)",
  "--mantine-color-red-light-hover": "var(--cs-fail-soft)",
  "--mantine-color-red-light-color": "var(--cs-fail-text)",
  "--mantine-color-disabled": "var(--cs-unknown-soft)",
  "--mantine-color-disabled-color": "var(--cs-text-faint)",
  "--mantine-color-disabled-border": "var(--cs-line)",
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: meaning, dark: meaning });
