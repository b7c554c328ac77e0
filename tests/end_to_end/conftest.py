from tests.end_to_end.people import house

__all__ = ["house"]
