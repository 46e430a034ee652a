/** Every style sheet of the app window, in their order. */
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Menu.css';
import '@mantine/core/styles/SegmentedControl.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/FloatingIndicator.css';
import '@renderer/ui/theme/tokens.css';
import '@renderer/ui/theme/base.css';
import '@renderer/ui/theme/mantine-bridge.css';
import '@renderer/ui/theme/fonts.ts';
