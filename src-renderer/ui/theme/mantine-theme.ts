/** Mantine in our sizes; its colours come from tokens.css (mantine-bridge.css). */
import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** From near-white to ink: the only ramp, since Parlance has no colour of its own. */
const ink: MantineColorsTuple = [
  '#f1f3f5',
  '#e3e7ea',
  '#d7d9dc',
  '#b0b5b9',
  '#868b91',
  '#62686f',
  '#464c53',
  '#292f34',
  '#1a1f24',
  '#13181c',
];

export const mantineTheme = createTheme({
  fontFamily: 'var(--p-font-ui)',
  colors: { ink },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 1 },
  defaultRadius: 'var(--p-radius-control)',
  cursorType: 'default',
  fontSizes: {
    xs: 'var(--p-size-caption)',
    sm: 'var(--p-size-small)',
    md: 'var(--p-size-body)',
    lg: 'var(--p-size-lead)',
    xl: 'var(--p-size-title)',
  },
});
