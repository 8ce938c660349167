/** Every pattern that is asked of a text while something runs. */
export function patternsAsked(run: () => void): RegExp[] {
  const asked = new Map<string, RegExp>();
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (text) {
    asked.set(String(this), this);
    return exec.call(this, text);
  };
  try {
    run();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return [...asked.values()];
}
