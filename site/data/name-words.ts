/** The lower-case words of a name in any style: `getIssueURL`, `get_issue_url`, `get-issue.url`. */
export function nameWords(name: string): string[] {
  return name
    .slice(0, 300)
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
