"""The source of a record and its entries made one record."""
