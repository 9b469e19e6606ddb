from playwright.sync_api import Page, expect


def test_the_admin_opens_and_complains_of_nothing(page: Page):
    page.goto("/admin/")
    expect(page).to_have_title("Log in | Disputed Strikes")
