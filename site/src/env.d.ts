declare namespace App {
  interface Locals {
    page: import('../data/page.ts').Page;
    site: import('../data/page.ts').Site;
  }
}
