"""The layers in the Word report: a table, and a question for each that is empty."""

from facilitator.reports.word import write_report


def test_the_report_has_a_table_of_the_layers(told, read_word):
    text = read_word(write_report(told)).text

    annex = text[text.rindex("Annex: the factor matrix") :]
    assert annex.index("Family and task") < annex.index("1 person, 1 agency") < annex.index("National")


def test_it_asks_about_a_layer_that_nobody_named(told, read_word):
    text = read_word(write_report(told)).text

    assert "Nobody named anything between agencies. Was it not there, or not asked?" in text
    assert "Nobody named anything about the family and the task." not in text
