/** The two faces, from the program's own files: Hanken Grotesk to read, Literata to say aloud. */
import '@fontsource-variable/hanken-grotesk/wght.css';
import '@fontsource-variable/literata/opsz.css';
import '@fontsource-variable/literata/opsz-italic.css';
