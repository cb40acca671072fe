"""Documents drawn in every layout, with every mark, by every producer; the truth beside each."""
