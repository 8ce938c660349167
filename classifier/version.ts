/** Bumped with every change of a label; test/golden refuses a changed label without it. */
export const classifierVersion = '0.20.0';
