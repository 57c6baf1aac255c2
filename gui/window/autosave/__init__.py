"""Nothing is lost: work is kept between savings, brought back after a crash, and never overwrites somebody else's."""
